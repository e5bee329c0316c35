export { fill } from '../../state/fill.ts';
