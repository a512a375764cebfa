import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planTasks } from '../../../core/stimulus-files/plan-tasks.ts';

test('tasks hold every row once, are not too large, and keep small objects whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (objects, size) => {
        const rows = [...objects.keys()];
        const tasks = planTasks(rows, objects, size);
        expect(tasks.flat().toSorted((a, b) => a - b)).toEqual(rows);
        for (const task of tasks) expect(task.length).toBeLessThanOrEqual(size);
        for (const object of new Set(objects)) {
          const own = objects.filter((name) => name === object).length;
          const holding = tasks.filter((task) => task.some((row) => objects[row] === object)).length;
          if (own <= size) expect(holding).toBe(1);
        }
      },
    ),
  );
});
