import type { MeshService } from './service/service';

/** What is said of each of several services: of those that are there, and of those that come later. */
export class SaidOfEach {
  private readonly said: ((member: MeshService) => void)[] = [];

  constructor(private readonly members: () => readonly MeshService[]) {}

  /** Says something of each. */
  public say(action: (member: MeshService) => void): void {
    this.said.push(action);
    this.members().forEach(action);
  }

  /** Says of one that has come what was said of the others. */
  public meet(member: MeshService): void {
    this.said.forEach((action) => action(member));
  }
}
