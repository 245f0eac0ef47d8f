export { ICallable } from './callable';
export { Enrollment } from './enrollment';
export { ExternalService, ExternalServiceOptions } from './external-service';
export { Mesh, MeshIngressGatewayOptions, MeshProps } from './mesh';
export { MeshNamespace, MeshNamespaceOptions } from './namespace';
export { AllowedPath, MeshPaths } from './paths';
export { MeshService, MeshServiceOptions } from './service';
export { ServiceVersion, ServiceVersionOptions } from './service-version';
export { Workloads } from './workload';
