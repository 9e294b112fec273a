import type { OwnMemory } from '../core/keyboard-ports';

/** User Properties: what this script keeps for the person who runs it. */
export class UserMemory implements OwnMemory {
  private readonly properties = PropertiesService.getUserProperties();

  get(name: string): string {
    return this.properties.getProperty(name) ?? '';
  }

  set(name: string, value: string): void {
    this.properties.setProperty(name, value);
  }
}
