package org.awarenessweek.wall;

/**
 * An organisation that somebody on the wall belongs to.
 *
 * @param words its name as it is compared, which is its place on the list
 * @param name as the first of them spells it
 * @param people how many of it the wall shows
 * @param signed whether it has signed itself
 */
record Organisation(String words, String name, long people, boolean signed) {
}
