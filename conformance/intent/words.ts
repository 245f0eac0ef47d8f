import { SERVICE_RANGE } from '../lib/apiserver';

/** Values by name. */
type Values = Readonly<Record<string, readonly string[]>>;

/** Paths of requests. Some are below others, and some only look as if they were. */
export const PATHS = ['/', '/a', '/a/b', '/a/b/c', '/ab', '/admin', '/items/7', '/items/x'];

/** Those of calls of gRPC. */
export const CALLS = ['/shop.Cart/Add', '/shop.Cart/Get', '/shop.Order/Put'];

export const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];

export const HEADERS: Values = { 'x-user': ['jason', 'eve', 'jasmine'], 'x-beta': ['yes', 'no'] };

export const QUERIES: Values = { page: ['1', '2'], sort: ['up', 'down'] };

/** A timeout that requests on a busy machine do not exceed. */
export const TIMEOUT_MS = 1500;

/** Addresses that no service has. */
export const OUTSIDE = '192.0.2.0/24';

/** All addresses that services have, some more, and others. */
export const SUBNETS = [SERVICE_RANGE, '10.0.0.0/8', OUTSIDE];

/** Where all that is outside every mesh is. */
export const OUTSIDE_ADDRESS = '10.77.3.1';
