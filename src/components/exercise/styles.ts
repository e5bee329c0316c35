/** Everything that a card needs of style, for pages that draw it and pages that put one in later. */
import '@/styles/grid.css';
import '@/styles/controls.css';
import '@/styles/choice.css';
import '@/styles/exercise.css';
import '@/styles/exercise-given.css';
import '@/styles/exercise-fields.css';
import '@/styles/feedback.css';
