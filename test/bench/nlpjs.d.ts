/** What the benchmark uses of nlp.js, which comes without types. */
declare module '@nlpjs/core' {
  export interface Container {
    use(plugin: unknown): void;
  }
  export function containerBootstrap(): Promise<Container>;
}
declare module '@nlpjs/nlp' {
  import type { Container } from '@nlpjs/core';
  export class Nlp {
    constructor(settings: {
      container: Container;
      autoSave: boolean;
      forceNER: boolean;
      nlu: { log: boolean };
    });
    addLanguage(language: string): void;
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ readonly intent: string }>;
  }
}
declare module '@nlpjs/lang-de' {
  /** A plugin of the container. */
  export const LangDe: unknown;
}
declare module '@nlpjs/lang-en' {
  /** A plugin of the container. */
  export const LangEn: unknown;
}
