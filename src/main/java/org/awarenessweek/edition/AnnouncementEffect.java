package org.awarenessweek.edition;

import java.util.Optional;

/**
 * What follows from announcing the next edition. Features say it, for the team to read
 * before it announces one.
 */
public interface AnnouncementEffect {

	/**
	 * What follows, in a sentence.
	 * @param next the draft that is to be announced
	 * @param current the edition that the site is about until then
	 */
	Optional<String> of(Edition next, Edition current);

}
