/** What several tickets have in common where one fault is behind them. */
export type Fault =
  | { readonly kind: 'network' }
  /** The displays of one wing, or of one floor where rooms only have numbers. */
  | { readonly kind: 'display'; readonly wing: string }
  /** A service of the city, by its name in the lexicon. */
  | { readonly kind: 'service'; readonly service: string };

/** The same text exactly for the same fault. */
export function faultKey(fault: Fault): string {
  switch (fault.kind) {
    case 'network':
      return 'network';
    case 'display':
      return `display-${fault.wing}`;
    case 'service':
      return `service-${fault.service}`;
  }
}
