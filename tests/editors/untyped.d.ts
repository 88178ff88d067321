// packages without types of their own, in pages of tests only
declare module 'draft-js';
declare module 'quill-1';
declare module 'react';
declare module 'react-dom';
declare module 'react-dom/client';
declare module 'trix';
declare module 'vue-2/dist/vue.esm.js';
declare module '*?inline' {
  const css: string;
  export default css;
}
