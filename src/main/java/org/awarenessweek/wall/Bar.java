package org.awarenessweek.wall;

/**
 * One bar of a chart.
 *
 * @param label what it counts
 * @param number how many
 * @param rest whether it joins what is too small to be told apart
 */
record Bar(String label, long number, boolean rest) {
}
