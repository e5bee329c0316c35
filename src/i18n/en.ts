/** The shell's words. Widgets, exercises and lessons bring their own. */
export default {
  site: 'Convolution by Hand',
  skip: 'Skip to the text',
};
