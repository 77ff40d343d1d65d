package org.awarenessweek.pledge.count;

/**
 * One bar of a chart.
 *
 * @param label what it counts
 * @param number how many
 * @param rest whether it merges the groups too small to show
 */
record Bar(String label, long number, boolean rest) {
}
