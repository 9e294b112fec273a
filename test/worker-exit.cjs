// A worker of Jest has run hundreds of scripts, each in a context of its own. To free them one by one at its end takes it
// longer than the half second that Jest waits on a loaded machine ("failed to exit gracefully"); with nothing left to do it
// may as well just end.
if (process.send && process.env.JEST_WORKER_ID) process.once('beforeExit', () => process.exit());
