/** Thirty ways in which an overlay can be wrong, each with one clear error at its place; the other regions stay. */
import { createWording, sayProblem } from '../../bot/wording/index.ts';
import { copyOverlays, readRegions } from '../helpers/copied-overlays.ts';
import { MALFORMED, OFFICES, PORTAL } from './malformed-overlays.ts';

describe('An overlay that is wrong', () => {
  it('comes in at least thirty kinds', () => {
    expect(MALFORMED.length).toBeGreaterThanOrEqual(30);
  });

  it.each(MALFORMED)('is told so: $title', async ({ region, spoil, code, at, says }) => {
    const copy = copyOverlays();
    try {
      spoil(copy);
      const regions = readRegions(copy.folder);
      const problems = regions.problems.get(region) ?? [];
      const places = problems.map(
        (problem) => `${problem.file.split('overlays/').at(-1)}:${problem.line}:${problem.column}`,
      );
      expect({ code: problems[0]?.code, at: places[0] }).toEqual({ code, at });
      const say = (await createWording('locales')).in('en');
      const words = problems.map((problem) => sayProblem(problem, say)).join('\n');
      expect(words).toContain(says);
      // Nothing of it is used, and everything of the others is.
      expect(regions.layers.has(region)).toBe(false);
      const others = ['henan', 'guangdong'].filter((other) => other !== region);
      expect(others.filter((other) => regions.layers.has(other))).toEqual(others);
    } finally {
      copy.remove();
    }
  });

  it('has all of its problems told at once, those of every file', () => {
    const copy = copyOverlays();
    copy.edit(OFFICES, '- { id: call,', '- { id: cal,');
    copy.edit(PORTAL, 'topic: help', 'topic: hepl');
    copy.edit(PORTAL, 'zh-CN: 用社保卡登录。', 'zh-CN: 用3张卡登录。');
    const codes = (readRegions(copy.folder).problems.get('guangdong') ?? []).map((problem) => problem.code);
    copy.remove();
    expect(codes.sort()).toEqual(['bare-number', 'unknown-point', 'unknown-topic']);
  });

  it('in a place shows the line with a caret under the culprit', () => {
    const copy = copyOverlays();
    copy.edit(OFFICES, 'variants:', 'varients:');
    const [problem] = readRegions(copy.folder).problems.get('guangdong') ?? [];
    copy.remove();
    expect(problem?.excerpt).toBe('    varients: [镇街社保窗口在哪]\n    ^');
  });
});
