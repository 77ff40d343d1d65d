package org.awarenessweek.edition;

/**
 * Somebody's own words, which stay as they are.
 *
 * @param words the words, without quotation marks
 * @param source who said so
 */
public record Quotation(String words, String source) {
}
