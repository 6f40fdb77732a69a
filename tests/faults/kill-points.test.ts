import { describe, expect, it } from 'vitest';
import { type Extent, allPoints, nameOfPoint, pointOf, samplePoints } from './kill-points.ts';

const extent: Extent = { request: 3, reply: 2, writes: { journal: 2, head: 1 } };

describe('the points at which a till is killed', () => {
  it('are each end and each byte of both directions, and both sides of each write', () => {
    expect(allPoints(extent).map(nameOfPoint)).toEqual([
      'journal:1:before',
      'journal:1:after',
      'journal:2:before',
      'journal:2:after',
      'head:1:before',
      'head:1:after',
      'request:0',
      'request:1',
      'request:2',
      'request:3',
      'reply:0',
      'reply:1',
      'reply:2',
    ]);
  });

  it('are found again by their names', () => {
    const points = allPoints(extent);
    expect(points.map((point) => pointOf(nameOfPoint(point)))).toEqual(points);
  });

  it.each(['request', 'request:x', 'answer:1', 'journal:1', 'journal:1:during'])('%s is none', (name) => {
    expect(pointOf(name)).toBeUndefined();
  });

  it('are only writes where no exchange is counted', () => {
    const none = { ...extent, request: -1, reply: -1 };
    expect(samplePoints(none, 10).every(({ kind }) => kind === 'write')).toBe(true);
  });

  it('of a sample keep every write and both ends, and meet odd and even bytes', () => {
    const long = { ...extent, request: 1_000, reply: 500 };
    const sample = samplePoints(long, 30);
    const bytes = sample.flatMap((point) => (point.kind === 'byte' ? [point.at] : []));
    expect(sample.map(nameOfPoint)).toEqual(
      expect.arrayContaining(['journal:2:after', 'request:0', 'request:1000', 'reply:0', 'reply:500']),
    );
    expect(new Set(bytes.map((at) => at % 2))).toEqual(new Set([0, 1]));
  });
});
