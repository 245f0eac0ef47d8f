export { AccessLogOptions, MetricOverride, StandardMetric, TelemetryOptions } from './telemetry';
