package org.awarenessweek.pledge.wall;

/**
 * An organisation that somebody on the wall belongs to.
 *
 * @param words its normalised name, which is its place on the list
 * @param name as its first person on the wall spells it
 * @param people how many of its people the wall shows
 * @param signed whether it has signed itself
 */
record Organisation(String words, String name, long people, boolean signed) {
}
