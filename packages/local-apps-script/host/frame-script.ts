/**
 * The script that a dialog or web page finds in its sandboxed frame: `google.script.run` and `google.script.host` as
 * Google gives them (docs/google.md G105 and G106). It talks to the page around the frame by messages. Plain old
 * JavaScript, because it is in the page as it is; `__FUNCTIONS__` is replaced by the names that may be called.
 */
export const FRAME_SCRIPT = `(function () {
  var MOST_AT_ONCE = 10;
  var waiting = [];
  var calls = {};
  var running = 0;
  var last = 0;

  function tell(message) {
    window.parent.postMessage(message, '*');
  }

  function illegal(where) {
    return new Error('Failed due to illegal value in property: ' + where);
  }

  function fieldsOf(form) {
    var fields = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value !== 'string') {
        if (value.size === 0 && value.name === '') return;
        throw new Error('not available in the local Apps Script: a file in a form');
      }
      fields[name] = name in fields ? [].concat(fields[name], value) : value;
    });
    return fields;
  }

  function carried(value, where, above) {
    if (value === undefined || value === null) return null;
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value !== 'object' || value instanceof Date || above.indexOf(value) >= 0) throw illegal(where);
    if (value instanceof HTMLFormElement && above.length === 0) return fieldsOf(value);
    if (value instanceof Node || value instanceof Window) throw illegal(where);
    var inside = above.concat([value]);
    if (Array.isArray(value)) {
      return value.map(function (item, index) { return carried(item, index, inside); });
    }
    var result = {};
    Object.keys(value).forEach(function (key) {
      if (!/__$/.test(key)) result[key] = carried(value[key], key, inside);
    });
    return result;
  }

  function next() {
    while (running < MOST_AT_ONCE && waiting.length > 0) {
      var call = waiting.shift();
      running += 1;
      calls[call.id] = call;
      tell({ kind: 'run', id: call.id, function: call.name, args: call.args });
    }
  }

  function settle(answer) {
    var call = calls[answer.id];
    if (!call) return;
    delete calls[answer.id];
    running -= 1;
    next();
    if (answer.error) {
      var error = new Error(answer.error.message);
      error.name = answer.error.name;
      if (call.failure) call.failure(error, call.userObject);
      else throw error;
    } else if (call.success) {
      call.success(answer.value, call.userObject);
    }
  }

  function runner(settings) {
    function withSetting(name, value) {
      var changed = { success: settings.success, failure: settings.failure, userObject: settings.userObject };
      changed[name] = value;
      return runner(changed);
    }
    var self = {
      withSuccessHandler: function (handler) { return withSetting('success', handler); },
      withFailureHandler: function (handler) { return withSetting('failure', handler); },
      withUserObject: function (object) { return withSetting('userObject', object); }
    };
    __FUNCTIONS__.forEach(function (name) {
      self[name] = function () {
        var args = Array.prototype.map.call(arguments, function (value, index) { return carried(value, index, []); });
        waiting.push({
          id: (last += 1), name: name, args: args,
          success: settings.success, failure: settings.failure, userObject: settings.userObject
        });
        next();
      };
    });
    return self;
  }

  window.addEventListener('message', function (event) {
    if (event.source === window.parent && event.data && event.data.kind === 'answer') settle(event.data);
  });

  window.google = {
    script: {
      run: runner({}),
      host: {
        origin: '__ORIGIN__',
        close: function () { tell({ kind: 'close' }); },
        setHeight: function (height) { tell({ kind: 'height', pixels: Number(height) }); },
        setWidth: function (width) { tell({ kind: 'width', pixels: Number(width) }); },
        editor: { focus: function () { tell({ kind: 'focus' }); } }
      },
      url: { getLocation: function (handler) { handler(__LOCATION__); } }
    }
  };
})();`;

/**
 * The script of the page around a frame: carries out what the frame asks for. `__AS__` is replaced by who the
 * visitor is, `__DIALOG__` by the dialog's id (null for a web page).
 */
export const AROUND_SCRIPT = `(function () {
  var dialog = __DIALOG__;
  var frame = document.querySelector('iframe');

  function post(path, body) {
    return fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body)
    }).then(function (response) { return response.json(); });
  }

  function run(asked) {
    var body = { function: asked.function, args: asked.args, as: __AS__ };
    if (dialog !== null) body.dialog = dialog;
    post('/local/run', body).then(
      function (outcome) {
        var error = typeof outcome.error === 'string' ? { name: 'Error', message: outcome.error } : outcome.error;
        answer({ id: asked.id, value: outcome.result === undefined ? null : outcome.result, error: error || null });
      },
      function () {
        answer({ id: asked.id, error: { name: 'NetworkError', message: 'Connection failure due to HTTP 0' } });
      }
    );
  }

  function answer(message) {
    message.kind = 'answer';
    frame.contentWindow.postMessage(message, '*');
  }

  window.addEventListener('message', function (event) {
    if (event.source !== frame.contentWindow || !event.data) return;
    if (event.data.kind === 'run') run(event.data);
    else if (dialog !== null && window.parent !== window) {
      window.parent.postMessage({ dialog: dialog, asks: event.data.kind, pixels: event.data.pixels }, location.origin);
    } else if (dialog !== null && event.data.kind === 'close') {
      post('/local/answer', { dialog: dialog, button: 'CLOSE' });
      document.body.textContent = 'This dialog has been closed.';
    }
  });
})();`;
