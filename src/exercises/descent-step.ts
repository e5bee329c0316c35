import type { Exercise } from './kit/definition.ts';
import { factor, format, output, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { exact } from './shared/decimals.ts';
import {
  answerBy,
  type DescentStep,
  descent,
  drawStep,
  given,
  hasMomentum,
  moved,
  nextVelocity,
  parts,
  placesOf,
  type Rule,
  stepWorking,
  velocityWorking,
} from './shared/descent.ts';

/** A wrong rule; some only make sense with momentum. */
const wrongly = (rule: Rule, applies: (problem: DescentStep) => boolean = () => true) => ({
  answer: (problem: DescentStep) => (applies(problem) ? answerBy(problem, rule) : undefined),
});

const exercise: Exercise<DescentStep> = {
  id: 'descent-step',
  lesson: 'training',
  levels: [1, 2, 3],

  generate: drawStep,

  given,

  parts,

  solve: (problem) => answerBy(problem, descent),

  working(problem, asked, index) {
    const place = placesOf(problem)[index];
    if (place === undefined) return undefined;
    if (asked === 'velocity') return velocityWorking(place);
    return stepWorking(place.weight, '−', place.rate, nextVelocity(place));
  },

  misconceptions: {
    'added-instead': {
      ...wrongly({ weight: (place) => place.weight + place.rate * nextVelocity(place) }),
      working: moved(nextVelocity, '+'),
      words: {
        en: {
          head: 'The step was added.',
          text: () => 'The gradient points to where the loss grows. To make it smaller, go the other way: subtract.',
        },
        zh: { head: '把这一步加上去了。', text: () => '梯度指向损失增大的方向。要让损失变小，就要往反方向走：减。' },
      },
    },
    'rate-forgotten': {
      ...wrongly({ weight: (place) => place.weight - nextVelocity(place) }),
      working: moved(nextVelocity, '−', () => 1),
      words: {
        en: {
          head: 'The learning rate is missing.',
          text: ({ rate }) => `Only a part of the gradient is subtracted: multiply it by ${rate} first.`,
        },
        zh: { head: '漏乘了学习率。', text: ({ rate }) => `一步只走其中的一小部分：要乘${rate}，再减。` },
      },
    },
    'divided-by-rate': {
      ...wrongly({ weight: (place) => place.weight - nextVelocity(place) / place.rate }),
      working: moved(nextVelocity, '−', ({ rate }) => exact(1 / rate)),
      words: {
        en: {
          head: 'The gradient was divided by the learning rate.',
          text: () => 'It is multiplied by it. A small learning rate makes small steps.',
        },
        zh: { head: '用梯度除以了学习率。', text: () => '应当乘。学习率小，步子才小。' },
      },
    },
    'gradient-for-weight': {
      ...wrongly({ weight: ({ slope }) => slope }),
      words: {
        en: {
          head: 'The gradient was put in the place of the weight.',
          text: () =>
            'The gradient only says how to change the weight. The new weight is the old one, less a small step.',
        },
        zh: { head: '用梯度代替了权重。', text: () => '梯度只说明权重该怎样改。新的权重是原来的权重减去一小步。' },
      },
    },
    'step-for-weight': {
      ...wrongly({ weight: (place) => -place.rate * nextVelocity(place) }),
      working: (problem, asked, index) => {
        const place = placesOf(problem)[index];
        if (asked === 'velocity' || place === undefined) return undefined;
        const move = nextVelocity(place);
        return { lines: [[`−${format(place.rate)} × ${factor(move)}`], [format(exact(-place.rate * move))]] };
      },
      words: {
        en: {
          head: 'That is the change alone.',
          text: () => 'It is added to the old weight; it does not replace it.',
        },
        zh: { head: '这只是走的那一步。', text: () => '还要加到原来的权重上，不是代替它。' },
      },
    },
    'momentum-ignored': {
      ...wrongly(
        { weight: ({ weight, rate, slope }) => weight - rate * slope, velocity: ({ slope }) => slope },
        hasMomentum,
      ),
      working: moved(({ slope }) => slope),
      words: {
        en: {
          head: 'The old velocity was ignored.',
          text: ({ momentum }) => `${momentum?.factor} times the old velocity is kept and added to the gradient.`,
        },
        zh: {
          head: '漏了原来的速度。',
          text: ({ momentum }) => `原来的速度乘${momentum?.factor}，要保留下来，加到梯度上。`,
        },
      },
    },
    'old-velocity-used': {
      ...wrongly({ weight: ({ weight, rate, velocity }) => weight - rate * velocity }, hasMomentum),
      working: moved(({ velocity }) => velocity),
      words: {
        en: {
          head: 'The step was taken with the old velocity.',
          text: () => 'First the velocity is renewed, then the weight moves with the new one.',
        },
        zh: { head: '走这一步用了原来的速度。', text: () => '先更新速度，再用新的速度移动权重。' },
      },
    },
    'gradient-weakened': {
      ...wrongly(
        {
          velocity: ({ factor: share, velocity, slope }) => share * velocity + (1 - share) * slope,
          weight: ({ weight, rate, factor: share, velocity, slope }) =>
            weight - rate * (share * velocity + (1 - share) * slope),
        },
        hasMomentum,
      ),
      working(problem, asked, index) {
        const place = placesOf(problem)[index];
        if (place === undefined) return undefined;
        const part = exact(1 - place.factor);
        if (asked === 'velocity') return velocityWorking(place, part);
        return stepWorking(place.weight, '−', place.rate, exact(place.factor * place.velocity + part * place.slope));
      },
      words: {
        en: {
          head: 'The gradient was multiplied by 1 − μ.',
          text: () => 'That makes a weighted mean of the two. PyTorch’s form, used here, adds the whole gradient.',
        },
        zh: {
          head: '梯度乘了1 − μ。',
          text: () => '那是两者的加权平均。这里用PyTorch的写法，梯度要整个加上去。',
        },
      },
    },
    'rate-in-velocity': {
      ...wrongly(
        {
          velocity: ({ factor: share, velocity, slope, rate }) => share * velocity + rate * slope,
          weight: ({ weight, factor: share, velocity, slope, rate }) => weight - (share * velocity + rate * slope),
        },
        hasMomentum,
      ),
      working: (problem, asked, index) => {
        const place = placesOf(problem)[index];
        if (place === undefined) return undefined;
        if (asked === 'velocity') return velocityWorking(place, place.rate);
        return stepWorking(place.weight, '−', 1, exact(place.factor * place.velocity + place.rate * place.slope));
      },
      words: {
        en: {
          head: 'The learning rate was put into the velocity.',
          text: () =>
            'Other books write it so. In PyTorch’s form the velocity has no learning rate in it; the whole velocity is multiplied when the weight moves.',
        },
        zh: {
          head: '把学习率乘进了速度里。',
          text: () => '有的书这样写。PyTorch的写法里，速度不含学习率；移动权重时，再用学习率乘整个速度。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'One step of gradient descent',
      task: ({ momentum }) =>
        `${momentum === null ? `Do one step of gradient descent: ${variable('w')} − ${variable('η')} × gradient.` : `Do one step of gradient descent with momentum, in PyTorch’s form: the new velocity is ${variable('μ')} × old velocity + gradient, the new weight is ${variable('w')} − ${variable('η')} × new velocity.`} The answers are exact decimals.`,
      hints: (problem) => [
        'The gradient says in which direction the loss grows. Go the other way.',
        ...(hasMomentum(problem) ? ['First the velocity, then the weights with the new velocity.'] : []),
        `The first ${hasMomentum(problem) ? 'velocity' : 'weight'} becomes ${firstLine(problem)}.`,
      ],
      steps: (problem) =>
        stepTexts(problem, (what, place) => `New ${what === 'velocity' ? 'velocity' : 'weight'} ${place}: `, '.'),
    },
    zh: {
      title: '梯度下降走一步',
      task: ({ momentum }) =>
        `${momentum === null ? `做一步梯度下降：新的权重是${variable('w')} − ${variable('η')} × 梯度，${variable('w')}是原来的权重，${variable('η')}是学习率。` : `做一步带动量的梯度下降，用PyTorch的写法：新的速度是${variable('μ')} × 原来的速度 + 梯度，新的权重是${variable('w')} − ${variable('η')} × 新的速度，${variable('w')}是原来的权重。`}请填准确的小数，不要四舍五入。`,
      hints: (problem) => [
        '梯度说的是损失往哪个方向增大，要往反方向走。',
        ...(hasMomentum(problem) ? ['先算速度，再用新的速度算权重。'] : []),
        `第一个${hasMomentum(problem) ? '速度' : '权重'}变成${firstLine(problem)}。`,
      ],
      steps: (problem) =>
        stepTexts(problem, (what, place) => `新的${what === 'velocity' ? '速度' : '权重'}，第${place}个：`, '。'),
    },
  },
};

const firstLine = (problem: DescentStep): string =>
  (exercise.working(problem, hasMomentum(problem) ? 'velocity' : 'weights', 0)?.lines[0] ?? []).join(' ');

/** The calculation of every field, part by part. */
const stepTexts = (problem: DescentStep, name: (part: string, place: number) => string, end: string): string[] =>
  exercise.parts(problem).flatMap(({ id }) =>
    problem.weights.map((_, index) => {
      const { lines } = exercise.working(problem, id, index) ?? { lines: [] };
      const marked = lines.with(-1, (lines.at(-1) ?? []).map(output));
      return `${name(id, index + 1)}${workingText({ lines: marked })}${end}`;
    }),
  );

export default exercise;
