import { JsonObject } from '../reference/json';
import { isGiven } from './values/read';
import { UtilizationValues } from './values/types';

/** By what a component is scaled: how busy its processors are and, where a target is given, how full its memory is. */
export function cpuAndMemory(cpu: UtilizationValues, memory: UtilizationValues = {}): JsonObject[] {
  return [
    utilization('cpu', cpu),
    ...(isGiven(memory.targetAverageUtilization) ? [utilization('memory', memory)] : []),
  ];
}

function utilization(name: string, { targetAverageUtilization }: UtilizationValues): JsonObject {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization: targetAverageUtilization } } };
}
