package org.awarenessweek.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** All waiting emails, and those sent or given up in the last 14 days. */
public interface OutgoingMails extends Repository<OutgoingMail, UUID> {

	/** Those with one status below a place, newest first. */
	@Query("""
			from OutgoingMail where status = :status and createdAt <= :at and (createdAt < :at or id < :id)
			order by createdAt desc, id desc""")
	List<OutgoingMail> findBelow(MailStatus status, Instant at, UUID id, Limit limit);

	/** Those above a place, going upwards. */
	@Query("""
			from OutgoingMail where status = :status and createdAt >= :at and (createdAt > :at or id > :id)
			order by createdAt, id""")
	List<OutgoingMail> findAbove(MailStatus status, Instant at, UUID id, Limit limit);

	long countByStatus(MailStatus status);

	/**
	 * How many emails could not be delivered, for the team to look at.
	 * @return the number of emails given up in the last 14 days
	 */
	default long countGivenUp() {
		return countByStatus(MailStatus.GIVEN_UP);
	}

	/**
	 * How many emails were given up recently, except those to certain addresses.
	 * @param moment the start of the period
	 * @param others the excluded addresses, in lower case
	 */
	@Query("""
			select count(*) from OutgoingMail
			where status = GIVEN_UP and endedAt > :moment and lower(recipient) not in :others""")
	long countGivenUpSince(Instant moment, Collection<String> others);

	void save(OutgoingMail mail);

	Optional<OutgoingMail> findById(UUID id);

	/** Finds an email and locks its row until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from OutgoingMail where id = :id")
	Optional<OutgoingMail> findForChange(UUID id);

	List<OutgoingMail> findByOrderByCreatedAtDesc(Limit limit);

	/**
	 * The emails that are due, longest due first. Ordering by status as well, though it
	 * is the same for all, lets H2 read them from the index in order.
	 */
	@Query("select id from OutgoingMail where status = WAITING and nextTryAt <= :now order by status, nextTryAt")
	List<UUID> findDue(Instant now, Limit limit);

	/**
	 * Locks one of them, unless another transaction holds it or took it meanwhile. (One
	 * query for both would make H2 lock every due email.)
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	Optional<OutgoingMail> findByIdAndNextTryAtLessThanEqual(UUID id, Instant now);

	/** Makes emails due at once that are put off beyond a moment. */
	@Modifying
	@Query("update OutgoingMail set nextTryAt = :now where status = WAITING and nextTryAt > :moment")
	int bringForward(Instant now, Instant moment);

	/** Keeps emails that are being delivered from others until a later moment. */
	@Modifying
	@Query("update OutgoingMail set nextTryAt = :until where id in :ids and status = WAITING")
	void renew(Collection<UUID> ids, Instant until);

	/** All emails about something, oldest first. */
	List<OutgoingMail> findByAboutOrderByCreatedAt(UUID about);

	@Modifying
	@Query("delete from OutgoingMail where about = :about")
	void deleteAbout(UUID about);

	/** Who all emails are to, and who answers go to. */
	@Query("select new org.awarenessweek.mail.OutgoingMails$Addressed(id, recipient, replyTo) from OutgoingMail")
	Stream<Addressed> addressed();

	@Modifying
	@Query("delete from OutgoingMail where id = :id")
	void deleteById(UUID id);

	@Modifying
	@Query("delete from OutgoingMail where endedAt <= :until")
	void deleteEndedUntil(Instant until);

	/**
	 * Whom an email is to.
	 *
	 * @param id its id
	 * @param recipient who gets it
	 * @param replyTo who answers go to, if not to the week
	 */
	record Addressed(UUID id, EmailAddress recipient, @Nullable EmailAddress replyTo) {

		/** Whether a mailbox gets it, or the answers to it. */
		boolean isWith(String mailbox) {
			return this.recipient.mailbox().equals(mailbox)
					|| this.replyTo != null && this.replyTo.mailbox().equals(mailbox);
		}

	}

	/** Hibernate's value of the hint for skipping locked rows. */
	String SKIP_LOCKED = "-2";

}
