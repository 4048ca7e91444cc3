/** The overlays that come with the project: sound, marked with their review status, and nothing invented in them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { overlayJsonSchemas } from '../../bot/overlays/index.ts';
import { readRegions } from '../helpers/copied-overlays.ts';

const regions = readRegions('knowledge');

describe('The overlays of the project', () => {
  it('are without error and without drift', () => {
    expect([...regions.problems].filter(([, problems]) => problems.length > 0)).toEqual([]);
    expect([...regions.layers.keys()]).toEqual(
      expect.arrayContaining(['beijing', 'guangdong', 'henan', 'sichuan', 'xpcc']),
    );
  });

  it('claim no confirmation by a place that has not confirmed anything', () => {
    for (const { manifest } of regions.layers.values()) {
      expect(['draft', 'reviewed']).toContain(manifest.status);
      expect(manifest.maintainer.unit['zh-CN']).toContain('代拟');
    }
  });

  it('add and hide no entry, replace no words: they only add points and ways of asking', () => {
    for (const layer of regions.layers.values()) {
      expect([...layer.additions.keys(), ...layer.deletions]).toEqual([]);
      for (const { change } of [...layer.refinements.values()].flat())
        expect([change.short, change.example, change.points?.set, change.steps?.set]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
        ]);
    }
  });

  it('name no phone, address or number', () => {
    for (const layer of regions.layers.values()) {
      const points = [...layer.refinements.values()]
        .flat()
        .flatMap(({ change }) => [...(change.points?.append ?? []), ...(change.steps?.append ?? [])]);
      for (const { text } of points) expect(Object.values(text).join(' ')).not.toMatch(/\d|路|大街|号/);
    }
  });

  it('give each point a source of the edition', () => {
    for (const layer of regions.layers.values()) {
      const points = [...layer.refinements.values()]
        .flat()
        .flatMap(({ change }) => [...(change.points?.append ?? []), ...(change.steps?.append ?? [])]);
      for (const { sources } of points) expect(sources?.length).toBeGreaterThan(0);
    }
  });
});

describe('The published schemas', () => {
  it.each(Object.entries(overlayJsonSchemas()))('%s is what the files are checked against', (name, schema) => {
    const file = path.join('knowledge/schema', name);
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('are the ones that the files name', () => {
    const folder = 'knowledge/overlays/guangdong/refinements';
    for (const name of readdirSync(folder)) {
      const [first = ''] = readFileSync(path.join(folder, name), 'utf8').split('\n');
      const named = first.split('$schema=')[1] ?? '';
      expect(existsSync(path.join(folder, named))).toBe(true);
    }
  });
});
