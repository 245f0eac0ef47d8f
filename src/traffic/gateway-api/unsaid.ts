/** Something that a kind of the Gateway API has no field for. */
export interface Unsaid {
  /** What cannot be said, with its value. */
  readonly what: string;
  /** How to say it in the Gateway API all the same; undefined where it cannot be said in any way. */
  readonly instead?: string;
}

/** What to do about it where routes stand in the mesh: say it otherwise, or in the other dialect. */
export function inOtherDialect({ instead }: Unsaid): string {
  const other = 'write the routes of the service as a VirtualService with routeDialect: RouteDialect.ISTIO';
  return instead === undefined ? `${other[0].toUpperCase()}${other.slice(1)}` : `${instead}, or ${other}`;
}

/** What to do about it where routes stand at a gateway. */
export function atOtherGateway({ instead }: Unsaid): string {
  const other = 'expose the service with an IngressGateway or an InjectedGateway';
  return instead === undefined ? `${other[0].toUpperCase()}${other.slice(1)}` : `${instead}, or ${other}`;
}
