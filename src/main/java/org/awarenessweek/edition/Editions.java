package org.awarenessweek.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.awarenessweek.site.NotFound;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The editions of all years. */
public interface Editions extends Repository<Edition, UUID> {

	/**
	 * The edition that the site is about: the newest that the team has announced.
	 * @throws NotFound while there is none
	 */
	default Edition current() {
		return findFirstByAnnouncedAtNotNullOrderByYearDesc().orElseThrow(NotFound::new);
	}

	Optional<Edition> findFirstByAnnouncedAtNotNullOrderByYearDesc();

	/** The edition of a year, announced or not. */
	Optional<Edition> findByYear(int year);

	List<Edition> findByAnnouncedAtNotNullOrderByYearDesc();

	List<Edition> findAllByOrderByYearDesc();

	Optional<Edition> findFirstByOrderByYearDesc();

	Optional<Edition> findFirstByYearLessThanOrderByYearDesc(int year);

	/**
	 * The drafts that are to be announced by a moment, locked until the transaction ends.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	List<Edition> findByAnnouncedAtNullAndAnnounceAtLessThanEqual(Instant now);

	Optional<Edition> findById(UUID id);

	Edition save(Edition edition);

}
