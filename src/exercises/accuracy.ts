import { topK } from '../core/index.ts';
import type { Answer, Block, Exercise, Level, Matrix, Working } from './kit/definition.ts';
import { fraction } from './kit/exact.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { format, output } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { classNamed } from './shared/names.ts';

interface Accuracy {
  /** The true class of each picture, by its index. */
  readonly labels: readonly number[];
  /** For each picture the score of each class. */
  readonly scores: Matrix;
  /** How many of the best classes count for the top-k accuracy. */
  readonly k: number;
  /** Whether the table shows the best k classes in order, or the scores themselves. */
  readonly ranked: boolean;
}

/** For each picture the place of its label among its classes, best first, from 0. */
const placesOf = ({ labels, scores }: Accuracy): number[] =>
  scores.map((row, picture) => topK(row, row.length).indexOf(labels[picture] ?? 0));

/** For each picture 1 if it counts, else 0. */
type Hits = readonly number[];

const hitsWhere = (problem: Accuracy, counts: (place: number) => boolean): Hits =>
  placesOf(problem).map((place) => (counts(place) ? 1 : 0));

const first = (problem: Accuracy): Hits => hitsWhere(problem, (place) => place === 0);
const amongBest = (problem: Accuracy): Hits => hitsWhere(problem, (place) => place < problem.k);

const total = (hits: Hits): number => hits.reduce((sum, hit) => sum + hit, 0);
const share = (hits: Hits): string => fraction(total(hits), hits.length);

/** The pictures that count, one by one, over all of them. */
function shareWorking(hits: Hits, pictures = hits.length): Working {
  const terms = hits.map((hit, index) => `${index === 0 ? '(' : '+ '}${hit}${index === hits.length - 1 ? ')' : ''}`);
  const [unreduced, reduced] = [`${total(hits)}/${pictures}`, fraction(total(hits), pictures)];
  const lines = [[...terms, '/', format(pictures)], [unreduced]];
  return { lines: unreduced === reduced ? lines : [...lines, [reduced]] };
}

/** The hits under which each part is worked out. */
type Count = (problem: Accuracy, part: string) => Hits;

const truth: Count = (problem, part) => (part === 'top-1' ? first(problem) : amongBest(problem));

const sharesUnder = (problem: Accuracy, count: Count): Answer => ({
  'top-1': [share(count(problem, 'top-1'))],
  'top-k': [share(count(problem, 'top-k'))],
});

/** A wrong rule that counts other pictures. */
const otherHits = (count: Count) => ({
  answer: (problem: Accuracy) => sharesUnder(problem, count),
  working: (problem: Accuracy, part: string) => shareWorking(count(problem, part)),
});

const withMagnitudes = (problem: Accuracy): Accuracy => ({
  ...problem,
  scores: problem.scores.map((row) => row.map(Math.abs)),
});

/** Scores of different sizes for one picture. */
function drawScores(random: Random, classes: number): number[] {
  const sizes = random.shuffle([1, 2, 3, 4, 5, 6, 7, 8, 9]).slice(0, classes);
  return sizes.map((size) => (random.chance(0.3) ? -size : size));
}

function drawSizes(random: Random, level: Level): { pictures: number; classes: number; k: number } {
  if (level === 1) return { pictures: random.pick([4, 5]), classes: 4, k: 2 };
  if (level === 2) return { pictures: random.pick([8, 10]), classes: 6, k: 3 };
  return { pictures: random.pick([5, 6]), classes: 5, k: random.pick([2, 3]) };
}

function draw(random: Random, level: Level): Accuracy {
  const { pictures, classes, k } = drawSizes(random, level);
  const scores = Array.from({ length: pictures }, () => drawScores(random, classes));
  const labels = scores.map((row) => {
    const place = random.pick([0, 0, random.integer(1, k - 1), random.integer(k, classes - 1)]);
    return topK(row, classes)[place] ?? 0;
  });
  return { labels, scores, k, ranked: level < 3 };
}

const exercise: Exercise<Accuracy> = {
  id: 'accuracy',
  lesson: 'classification',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => {
        const [top1, topk] = [total(first(problem)), total(amongBest(problem))];
        return top1 >= 1 && topk > top1 && topk < problem.labels.length;
      },
    ),

  given: ({ labels, scores, k, ranked }) => {
    const table: Block = {
      kind: 'table',
      label: ranked ? { en: 'Labels and guesses', zh: '标签和猜测' } : { en: 'Labels and scores', zh: '标签和得分' },
      heads: [
        { en: 'Picture', zh: '图' },
        { en: 'Label', zh: '标签' },
        ...(ranked
          ? Array.from({ length: k }, (_, place) => ({ en: `Guess ${place + 1}`, zh: `猜测${place + 1}` }))
          : (scores[0] ?? []).map((_, index) => classNamed(index))),
      ],
      rows: labels.map((label, picture) => [
        picture + 1,
        classNamed(label),
        ...(ranked ? topK(scores[picture] ?? [], k).map(classNamed) : (scores[picture] ?? [])),
      ]),
    };
    return [table];
  },

  parts: ({ k }) => [
    {
      id: 'top-1',
      kind: 'number',
      entry: 'fraction',
      role: 'output',
      label: { en: 'Top-1 accuracy', zh: 'top-1准确率' },
    },
    {
      id: 'top-k',
      kind: 'number',
      entry: 'fraction',
      role: 'output',
      label: { en: `Top-${k} accuracy`, zh: `top-${k}准确率` },
    },
  ],

  solve: (problem) => sharesUnder(problem, truth),

  working: (problem, part) => shareWorking(truth(problem, part)),

  misconceptions: {
    'only-first-guess': {
      ...otherHits(first),
      words: {
        en: {
          head: 'Only the best guess was counted in both.',
          text: ({ k }) => `For top-${k} a picture counts as right when its label is anywhere among the best ${k}.`,
        },
        zh: {
          head: '两个都只看了第一个猜测。',
          text: ({ k }) => `top-${k}只要标签在前${k}个猜测里，就算对。`,
        },
      },
    },
    'any-guess-as-first': {
      ...otherHits(amongBest),
      words: {
        en: {
          head: 'For top-1 the later guesses were counted too.',
          text: () => 'Top-1 looks at the best guess alone: if that is not the label, the picture counts as wrong.',
        },
        zh: {
          head: 'top-1把后面的猜测也算上了。',
          text: () => 'top-1只看最好的那一个：它不是标签，这张图就算错。',
        },
      },
    },
    'errors-counted': {
      ...otherHits((problem, part) => truth(problem, part).map((hit) => 1 - hit)),
      words: {
        en: {
          head: 'The errors were counted.',
          text: () => 'That is the error rate. The accuracy is the share that is right; the two add up to 1.',
        },
        zh: { head: '数的是错误。', text: () => '这是错误率。准确率是答对的比例，两者加起来是1。' },
      },
    },
    'first-left-out': {
      ...otherHits((problem, part) =>
        part === 'top-1' ? first(problem) : hitsWhere(problem, (place) => place >= 1 && place < problem.k),
      ),
      words: {
        en: {
          head: 'The pictures that were right at once are missing.',
          text: ({ k }) => `The best guess is one of the best ${k}. What is right for top-1 is right for top-${k} too.`,
        },
        zh: {
          head: '漏了一猜就中的图。',
          text: ({ k }) => `第一个猜测也在前${k}个里。top-1算对的，top-${k}也算对。`,
        },
      },
    },
    'not-divided': {
      answer: (problem) => ({ 'top-1': [total(first(problem))], 'top-k': [total(amongBest(problem))] }),
      working(problem, part) {
        const hits = truth(problem, part);
        return { lines: [hits.map((hit, index) => `${index === 0 ? '' : '+ '}${hit}`), [format(total(hits))]] };
      },
      words: {
        en: {
          head: 'That is how many are right, not what share.',
          text: ({ labels }) => `Divide by the number of pictures, ${labels.length}.`,
        },
        zh: { head: '这是答对的张数，不是比例。', text: ({ labels }) => `还要除以图的张数${labels.length}。` },
      },
    },
    'divided-by-guesses': {
      answer: (problem) => ({
        'top-k': [fraction(total(amongBest(problem)), problem.labels.length * problem.k)],
      }),
      working: (problem, part) =>
        part === 'top-k' ? shareWorking(amongBest(problem), problem.labels.length * problem.k) : undefined,
      words: {
        en: {
          head: 'Divided by the number of guesses.',
          text: ({ labels, k }) =>
            `Each picture counts once, however many guesses it has: divide by ${labels.length}, not by ${labels.length * k}.`,
        },
        zh: {
          head: '除以了猜测的个数。',
          text: ({ labels, k }) =>
            `不管有几个猜测，一张图只算一次：应当除以${labels.length}，而不是${labels.length * k}。`,
        },
      },
    },
    'largest-magnitude': {
      answer: (problem) => (hasNegativeScores(problem) ? sharesUnder(withMagnitudes(problem), truth) : undefined),
      working: (problem, part) => shareWorking(truth(withMagnitudes(problem), part)),
      words: {
        en: {
          head: 'The minus signs of the scores were overlooked.',
          text: () => 'A negative score is smaller than any positive one, so it comes after them.',
        },
        zh: { head: '没有看得分的负号。', text: () => '负的得分比任何正的都小，要排在它们后面。' },
      },
    },
  },

  words: {
    en: {
      title: 'Top-1 and top-k accuracy',
      task: ({ k, ranked }) =>
        `${ranked ? `The table shows the label of each picture and the network’s ${k} best guesses, best first.` : 'The table shows the label of each picture and the network’s score for each class.'} The accuracy is the share of pictures that count as right: for top-1 if the label is ${ranked ? 'the first guess' : 'the class with the largest score'}, for top-${k} if it is among ${ranked ? `the ${k} guesses` : `the ${k} classes with the largest scores`}. What are the two accuracies? Type fractions such as 3/8, or decimals.`,
      hints: (problem) => [
        ...(problem.ranked ? [] : ['In each row look for the place of the label’s score: is it the largest?']),
        `For top-1, go down the table and tick each picture whose ${problem.ranked ? 'first guess is its label' : 'largest score is its label’s'}. For top-${problem.k}, go on and tick those whose label comes in place 2${problem.k > 2 ? ` to ${problem.k}` : ''}.`,
        `The labels have these places, picture by picture: ${placesText(problem, ', ', 'later')}. Count, and divide by ${problem.labels.length}.`,
      ],
      steps: (problem) => [
        `The places of the labels, picture by picture: ${placesText(problem, ', ', 'later')}.`,
        `Top-1 counts the pictures with place 1: ${workingText(shareWorking(first(problem)))}.`,
        `Top-${problem.k} counts those with places 1 to ${problem.k}: ${workingText(shareWorking(amongBest(problem)))}.`,
        `So the accuracies are ${output(share(first(problem)))} and ${output(share(amongBest(problem)))}.`,
      ],
    },
    zh: {
      title: 'top-1和top-k准确率',
      task: ({ k, ranked }) =>
        `${ranked ? `表里是每张图的标签，和网络最看好的${k}个猜测，从好到差。` : '表里是每张图的标签，和网络给每个类别打的得分。'}准确率是算对的图所占的比例：top-1看${ranked ? '第一个猜测' : '得分最大的类别'}，top-${k}看${ranked ? `全部${k}个` : `得分最大的${k}个`}。两个准确率各是多少？填分数（例如3/8）或小数。`,
      hints: (problem) => [
        ...(problem.ranked ? [] : ['每一行找到标签那一类的得分：它是最大的吗？']),
        `先算top-1：从上往下，${problem.ranked ? '第一个猜测就是标签' : '标签的得分最大'}的图打一个勾。再接着给top-${problem.k}算对的打勾。`,
        `标签的名次逐张是：${placesText(problem, '、', '靠后')}。数一数，再除以${problem.labels.length}。`,
      ],
      steps: (problem) => [
        `标签的名次逐张是：${placesText(problem, '、', '靠后')}。`,
        `top-1数名次是1的图：${workingText(shareWorking(first(problem)))}。`,
        `top-${problem.k}数名次是1到${problem.k}的图：${workingText(shareWorking(amongBest(problem)))}。`,
        `所以两个准确率是${output(share(first(problem)))}和${output(share(amongBest(problem)))}。`,
      ],
    },
  },
};

const hasNegativeScores = ({ scores, ranked }: Accuracy): boolean =>
  !ranked && scores.some((row) => row.some((score) => score < 0));

/** The place of each label, from 1; what is behind the best k by a word. */
const placesText = (problem: Accuracy, comma: string, later: string): string =>
  placesOf(problem)
    .map((place) => (place < problem.k ? format(place + 1) : later))
    .join(comma);

export default exercise;
