package io.dataflowsync.monitor.log;

/**
 * The number of dead letters that are not settled, counted up to {@link LetterReader#MOST} together.
 *
 * @param dead the number that an operator must replay or dismiss
 * @param waiting the number of held events, which follow by themselves
 */
public record OpenLetters(long dead, long waiting) {
    public static final OpenLetters NONE = new OpenLetters(0, 0);
}
