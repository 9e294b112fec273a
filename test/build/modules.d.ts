/** The build's own modules are plain JavaScript: what they export has no declared types here. */
declare module '*.mjs';
