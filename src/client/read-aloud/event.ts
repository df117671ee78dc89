/** The event on the document that starts reading aloud; its detail is the voice. */
export const READ_ALOUD = 'read-aloud';
