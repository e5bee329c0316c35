import fc from 'fast-check';
import type {
  ChoiceField,
  Field,
  ListField,
  NumberField,
  OptionalField,
  RecordField,
  TensorField,
  TextField,
} from '@/state/fields.ts';
import type { StackField } from '@/widgets/shape-calculator/stack-field.ts';

type Known =
  | NumberField
  | ChoiceField<string>
  | TensorField
  | TextField
  | ListField<unknown>
  | RecordField<Record<string, Field<unknown>>>
  | OptionalField<unknown>
  | StackField
  | (Field<boolean> & { readonly kind: 'flag' });

const KINDS = ['integer', 'decimal', 'flag', 'choice', 'tensor', 'text', 'list', 'record', 'optional', 'stack'];

const isKnown = (field: Field<unknown>): field is Field<unknown> & Known => KINDS.includes(field.kind);

/** Layers of a stack, some of which cannot follow each other. */
const LAYERS = [
  'conv8k3p1',
  'a.b-1:conv16k3x5s2p1x2d2g2b0',
  'conv4k7i3',
  'max2',
  'avg3s2p1u1',
  'adaptive2',
  'norm',
  'relu',
  'drop0.3',
  'flatten',
  'dense10',
  'dense7b0i3',
  'res(conv8k3p1,relu/)',
  'two:res(conv4k1s2,norm/conv4k1s2b0,res(relu/),norm)',
];

/** Random values of a field. */
export function valuesOf(field: Field<unknown>): fc.Arbitrary<unknown> {
  if (!isKnown(field)) throw new Error(`No values are known for a field of the kind "${field.kind}": add them here.`);
  switch (field.kind) {
    case 'integer':
      return fc.integer({ min: field.min, max: field.max });
    case 'decimal':
      return fc.double({ min: field.min, max: field.max, noNaN: true }).map((value) => value + 0);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'tensor': {
      const length = field.shape.reduce((all, size) => all * size, 1);
      const few = { min: Math.max(field.min, -9), max: Math.min(field.max, 9) };
      const entry = field.whole
        ? fc.integer(few)
        : fc.oneof(
            fc.integer(few),
            fc.double({ ...few, noNaN: true }).map((value) => value + 0),
          );
      return fc.array(entry, { minLength: length, maxLength: length });
    }
    case 'text':
      return fc.string({ maxLength: field.maxLength, unit: 'grapheme' }).filter((value) => field.accepts(value));
    case 'list':
      return fc.array(valuesOf(field.item), { minLength: field.minLength, maxLength: Math.min(field.maxLength, 6) });
    case 'record':
      return fc.record(Object.fromEntries(Object.entries(field.fields).map(([key, one]) => [key, valuesOf(one)])));
    case 'optional':
      return fc.option(valuesOf(field.field));
    case 'stack':
      return fc.array(fc.constantFrom(...LAYERS), { maxLength: 8 }).map((layers) => field.parse(layers.join(',')));
  }
}
