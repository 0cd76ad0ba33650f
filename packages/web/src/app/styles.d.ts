/** Styles are for the bundler; the program only names them. */
declare module '*.css'
