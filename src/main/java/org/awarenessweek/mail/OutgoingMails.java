package org.awarenessweek.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** All mails that wait, and for 14 days those that were sent or given up. */
public interface OutgoingMails extends Repository<OutgoingMail, UUID> {

	/**
	 * A page of the mails with one status, the newest first.
	 * @param status the status
	 * @param after the last mail of the page before, or null for the first page
	 * @param limit how many at the most
	 */
	default List<OutgoingMail> page(MailStatus status, @Nullable OutgoingMail after, Limit limit) {
		return (after != null) ? findOlder(status, after.createdAt(), after.id(), limit)
				: findByStatusOrderByCreatedAtDescIdDesc(status, limit);
	}

	List<OutgoingMail> findByStatusOrderByCreatedAtDescIdDesc(MailStatus status, Limit limit);

	@Query("""
			from OutgoingMail
			where status = :status and (createdAt < :createdAt or (createdAt = :createdAt and id < :id))
			order by createdAt desc, id desc""")
	List<OutgoingMail> findOlder(MailStatus status, Instant createdAt, UUID id, Limit limit);

	long countByStatus(MailStatus status);

	/**
	 * How many mails did not reach anybody, which is for the team to look at.
	 * @return the number of mails given up in the last 14 days
	 */
	default long givenUp() {
		return countByStatus(MailStatus.GIVEN_UP);
	}

	/**
	 * How many mails were given up of late that were to reach anybody but some people.
	 * @param moment since when
	 * @param others whose mails are left out, in lower case
	 */
	@Query("""
			select count(*) from OutgoingMail
			where status = GIVEN_UP and endedAt > :moment and lower(recipient) not in :others""")
	long countGivenUpSince(Instant moment, Collection<String> others);

	void save(OutgoingMail mail);

	Optional<OutgoingMail> findById(UUID id);

	/** One, kept from everybody else's changes until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from OutgoingMail where id = :id")
	Optional<OutgoingMail> findForChange(UUID id);

	List<OutgoingMail> findByOrderByCreatedAtDesc(Limit limit);

	/**
	 * The mails that are due, for longest first. Ordered by the status too, which is the
	 * same for all, because H2 reads them off the index in that order alone.
	 */
	@Query("select id from OutgoingMail where status = WAITING and nextTryAt <= :now order by status, nextTryAt")
	List<UUID> findDue(Instant now, Limit limit);

	/**
	 * Locks one of them, unless somebody else has it in their hands or took it meanwhile.
	 * (Both in one query would make H2 lock all that are due.)
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	Optional<OutgoingMail> findByIdAndNextTryAtLessThanEqual(UUID id, Instant now);

	/** All mails about something, the oldest first. */
	List<OutgoingMail> findByAboutOrderByCreatedAt(UUID about);

	@Modifying
	@Query("delete from OutgoingMail where about = :about")
	void deleteAbout(UUID about);

	@Modifying
	@Query("delete from OutgoingMail where endedAt <= :until")
	void deleteEndedUntil(Instant until);

	/** Hibernate's own value of the hint: rows that somebody else holds are left out. */
	String SKIP_LOCKED = "-2";

}
