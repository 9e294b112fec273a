// Once after all test files: the browser that they shared ends.
module.exports = () => globalThis.offeredBrowser?.close();
