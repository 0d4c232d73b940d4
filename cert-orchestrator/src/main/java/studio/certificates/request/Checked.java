package studio.certificates.request;

import studio.api.problem.ProblemType;
import studio.certificates.signer.HolderKey;

/** What became of a look at a signing request. */
public sealed interface Checked {

    /** It can be signed. */
    record Fit(HolderKey key) implements Checked {}

    /**
     * It never will be.
     *
     * @param problem why, as a word
     * @param detail  why, as a sentence
     */
    record Refused(ProblemType problem, String detail) implements Checked {

        private static final int LONGEST = 200;

        /** Why, in one line that the log can keep. */
        public String cause() {
            String line = (problem.slug() + ": " + detail).replaceAll("\\p{Cntrl}", " ");
            return line.substring(0, Math.min(LONGEST, line.length()));
        }
    }
}
