package org.awarenessweek.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
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

	long countByStatusAndEndedAtAfter(MailStatus status, Instant moment);

	void save(OutgoingMail mail);

	Optional<OutgoingMail> findById(UUID id);

	List<OutgoingMail> findByOrderByCreatedAtDesc(Limit limit);

	/** The mail that is due for longest and that nobody else is taking at this moment. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	List<OutgoingMail> findByNextTryAtLessThanEqualOrderByNextTryAt(Instant now, Limit limit);

	long countByCountsForAndCreatedAtAfter(String countsFor, Instant since);

	@NativeQuery("select id from mail_turn where id = :id for update")
	int lockTurn(int id);

	@Modifying
	@Query("delete from OutgoingMail where endedAt <= :until")
	void deleteEndedUntil(Instant until);

	/** Hibernate's own value of the hint: rows that somebody else holds are left out. */
	String SKIP_LOCKED = "-2";

}
