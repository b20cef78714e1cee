package io.dataflowsync.monitor.log;

/**
 * The dead letters that are not done with, counted up to {@link LetterReader#MOST} together.
 *
 * @param dead those that somebody must replay or dismiss
 * @param waiting those that follow by themselves
 */
public record OpenLetters(long dead, long waiting) {
    public static final OpenLetters NONE = new OpenLetters(0, 0);
}
