package io.highfence.base;

import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be read as what it claims to be, with the place of the first fault.
 *
 * <p>Thrown on the load side only; the hot side never throws for data.
 */
public final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;
    private final int column;
    private final String reason;

    /**
     * Names a fault and its place.
     *
     * @param file the name of the file as the caller gave it
     * @param line the line of the fault, counted from 1, or 0 where the format has no lines
     * @param column the column of the fault, counted from 1: the character in text, the cell in a table; 0 if unknown
     * @param reason what is wrong, and what would be right
     */
    public BadInput(String file, long line, int column, String reason) {
        this(file, line, column, reason, null);
    }

    /**
     * Names a fault, its place, and the problem underneath it.
     *
     * @param file the name of the file as the caller gave it
     * @param line the line of the fault, counted from 1, or 0 where the format has no lines
     * @param column the column of the fault, counted from 1; 0 if unknown
     * @param reason what is wrong, and what would be right
     * @param cause the problem underneath, if there is one
     */
    public BadInput(String file, long line, int column, String reason, @Nullable Throwable cause) {
        super(place(file, line, column) + reason, cause);
        this.file = file;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    private static String place(String file, long line, int column) {
        StringBuilder place = new StringBuilder(file);
        if (line > 0) {
            place.append(':').append(line);
            if (column > 0) {
                place.append(':').append(column);
            }
        }
        return place.append(": ").toString();
    }

    /**
     * The file with the fault.
     *
     * @return the name as the caller gave it
     */
    public String file() {
        return file;
    }

    /**
     * The line of the fault.
     *
     * @return the line, counted from 1, or 0 where the format has no lines
     */
    public long line() {
        return line;
    }

    /**
     * The column of the fault.
     *
     * @return the column, counted from 1, or 0 if unknown
     */
    public int column() {
        return column;
    }

    /**
     * What is wrong, without the place.
     *
     * @return a sentence for the person who has to mend the input
     */
    public String reason() {
        return reason;
    }
}
