export { DestinationOptions } from './destination-options';
export { HttpFault } from './fault';
export { HttpMatch } from './http-match';
export { HttpRouteOptions } from './http-route';
export { HttpRetries } from './resilience';
export { RouteDialect } from './route-dialect';
export { IRouteDestination } from './route-destination';
export { IRouteSource } from './route-source';
