export { AccessLogOptions, MetricOverride, TelemetryOptions } from './telemetry';
