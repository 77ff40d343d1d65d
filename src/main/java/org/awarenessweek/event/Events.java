package org.awarenessweek.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.LockModeType;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.text.Words;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All events of all weeks. */
public interface Events extends Repository<Event, UUID> {

	/** The calendar's own words, which are never an event's address. */
	Set<String> RESERVED = Set.of("submit", "sent", "confirm", "by", "embed", "new", "programme", "card", "feed",
			"draft", "picture");

	/** The first day, and all that the form takes besides. */
	int LONGEST_SERIES = 31;

	/** More than one organiser has ever run. */
	Limit OF_ONE_ORGANISER = Limit.of(500);

	/** The longest address that is made from a title. */
	int LONGEST_SLUG = 60;

	/** One on the calendar by its present address. */
	@Query("""
			select e from Event e join fetch e.edition d
			where e.slug = :slug and e.listed = true and d.announcedAt is not null""")
	Optional<Event> onCalendar(String slug);

	/** The present address of the listed event that once had this one. */
	@Query("select e.slug from Event e join e.slugs s where s = :slug and e.listed = true")
	Optional<String> presentSlug(String slug);

	/** Those that have ended and were recorded, in order of time. */
	@Query("""
			select e from Event e
			where e.edition = :edition and e.status = PUBLISHED and e.lookup.endsAt <= :now
				and e.details.recordingLink is not null
			order by e.edition, e.status, e.lookup.startsAt, e.id""")
	List<Event> recorded(Edition edition, Instant now, Limit limit);

	/** Those that match a filter. */
	List<Event> findAll(Specification<Event> filter);

	/** A page of those that match a filter. */
	Page<Event> findAll(Specification<Event> filter, Pageable page);

	@Query("select e from Event e join fetch e.edition where e.id in :ids")
	List<Event> withIds(Collection<UUID> ids);

	/** Those with these ids, in the same order. */
	default List<Event> inOrder(List<UUID> ids) {
		return withIds(ids).stream().sorted(Comparator.comparing((event) -> ids.indexOf(event.id()))).toList();
	}

	/** One organiser's events on all weeks' calendars, latest week first. */
	@Query("""
			select e from Event e join fetch e.edition d
			where e.lookup.organiserSlug = :organiser and e.listed = true and d.announcedAt is not null
			order by e.edition.year desc, e.time.day nulls last, e.lookup.startsAt, e.id""")
	List<Event> by(String organiser, Limit limit);

	@Query("select e from Event e join fetch e.edition where e.id = :id")
	Optional<Event> findById(UUID id);

	/** One, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Event e where e.id = :id")
	Optional<Event> findForChange(UUID id);

	/** The one that this submission made, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Event> findBySubmissionKey(String key);

	/** Those that these submissions made, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Event e where e.submissionKey in :keys order by e.id")
	List<Event> findSubmitted(Collection<String> keys);

	long countByStatus(EventStatus status);

	/** Those with a status: first those that have not ended, then by start. */
	@Query("""
			select e from Event e where e.status = :status
			order by case when e.lookup.endsAt <= :now then 1 else 0 end, e.lookup.startsAt nulls last, e.id""")
	List<Event> nextToStart(EventStatus status, Instant now, Limit limit);

	/** The mailbox of an event's organiser, as long as it is known. */
	@Query("select e.lookup.mailbox from Event e where e.id = :id")
	Optional<String> mailboxOf(UUID id);

	/** Those on the calendar that have a picture. */
	@Query("""
			select e.id from Event e join e.edition d
			where e.details.picture.hash = :hash and e.listed = true and d.announcedAt is not null""")
	List<UUID> onCalendarWith(String hash, Limit limit);

	/** Those on the calendar that begin on a day, by start. */
	@Query("""
			select new org.awarenessweek.event.Lookalike(e.slug, e.details.title, e.time, e.place, e.organiser) from Event e
			where e.edition = :edition and e.listed = true and e.time.day = :day order by e.lookup.startsAt, e.id""")
	List<Lookalike> beginningOn(LocalDate day, Edition edition);

	/** All of one mailbox with a status, by start. */
	@Query("""
			select e from Event e join fetch e.edition where e.lookup.mailbox = :mailbox and e.status = :status
			order by e.lookup.startsAt nulls last, e.id""")
	List<Event> of(String mailbox, EventStatus status, Limit limit);

	/** All of one mailbox, those that were sent last first. */
	@Query("""
			select e from Event e join fetch e.edition where e.lookup.mailbox = :mailbox
			order by e.submittedAt desc, e.lookup.startsAt nulls last, e.id""")
	List<Event> of(String mailbox, Limit limit);

	/** Whether a mailbox has any. */
	@Query("select count(*) > 0 from Event e where e.lookup.mailbox = :mailbox")
	boolean existsOf(String mailbox);

	/** Those of which an organiser did something that the team has not seen. */
	@Query("""
			select e from Event e join fetch e.edition where e.history.unseen > 0
			order by e.lookup.startsAt nulls last, e.id""")
	List<Event> changedByOrganisers(Limit limit);

	@Query("select count(*) from Event e where e.history.unseen > 0")
	long countChangedByOrganisers();

	/** Those of one mailbox, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Event e where e.lookup.mailbox = :mailbox and e.id in :ids order by e.id")
	List<Event> findForChange(String mailbox, Collection<UUID> ids);

	/** The mailboxes that are to be asked to confirm something, longest due first. */
	@Query("""
			select e.lookup.mailbox from Event e where e.askAt between :from and :now and e.lookup.mailbox is not null
			group by e.lookup.mailbox order by min(e.askAt)""")
	List<String> mailboxesToAsk(Instant from, Instant now, Limit limit);

	/** All of a series, whatever has become of each, in order of time. */
	@Query("""
			select e from Event e join fetch e.edition where e.series = :series
			order by e.lookup.startsAt nulls last, e.id""")
	List<Event> ofSeries(UUID series);

	/** How many each series has of each status. */
	@Query("""
			select e.series as series, e.status as status, count(e) as number from Event e
			where e.series in :series group by e.series, e.status""")
	List<InSeries> numbers(Collection<UUID> series);

	/** Those of a series, locked until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from Event e where e.series = :series and e.id in :ids order by e.lookup.startsAt nulls last, e.id")
	List<Event> findOfSeriesForChange(UUID series, Collection<UUID> ids);

	/** The present addresses of all listed events, latest first. */
	@Query("""
			select e.slug from Event e join e.edition d where e.listed = true and d.announcedAt is not null
			order by e.listed, e.publishedAt desc, e.id""")
	List<String> slugs(Limit limit);

	/** The present address of the organiser's page that once had this one. */
	@Query("""
			select e.lookup.organiserSlug from Event e join e.organiserSlugs s
			where s = :slug and e.lookup.organiserSlug <> :slug and e.listed = true order by e.history.changedAt desc, e.id""")
	List<String> presentOrganisers(String slug, Limit limit);

	/**
	 * The latest of those.
	 * @throws NotFound if there is none
	 */
	default String presentOrganiser(String slug) {
		return presentOrganisers(slug, Limit.of(1)).stream().findFirst().orElseThrow(NotFound::new);
	}

	/** Whether an address is free for an event: no other has it or had it. */
	default boolean isFree(String slug, UUID id) {
		return !RESERVED.contains(slug) && ownerOf(slug).map(id::equals).orElse(true);
	}

	@Query("select e.id from Event e join e.slugs s where s = :slug")
	Optional<UUID> ownerOf(String slug);

	/** Every address of any event that begins like this. */
	@Query("select s from Event e join e.slugs s where s like :beginning")
	Set<String> slugsLike(String beginning);

	/**
	 * An address made from a title. If that is taken, a number is appended; after 99, the
	 * beginning of the id, which no other event has.
	 */
	default String freeSlug(String title, UUID id) {
		return freeSlug(title, id, Set.of());
	}

	/**
	 * The same, if some more are taken.
	 * @param given those that are about to be
	 */
	default String freeSlug(String title, UUID id, Set<String> given) {
		String wanted = slug(title, id);
		Set<String> taken = slugsLike(wanted + "%");
		return Stream.concat(Stream.of(wanted), IntStream.range(2, 100).mapToObj((number) -> wanted + "-" + number))
			.filter((slug) -> !RESERVED.contains(slug) && !taken.contains(slug) && !given.contains(slug))
			.findFirst()
			.orElseGet(() -> wanted + "-" + id.toString().substring(0, 8));
	}

	/**
	 * A title's Latin letters and digits, or "event" and the beginning of the id if it
	 * has no Latin letter.
	 */
	private static String slug(String title, UUID id) {
		String words = Words.latin(title, LONGEST_SLUG);
		return !words.isEmpty() ? words : "event-" + id.toString().substring(0, 8);
	}

	/**
	 * Those that still have a contact, of weeks that ended before a day, sent before a
	 * moment.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select e from Event e where e.organiser.contact is not null
			and e.edition.week.last < :day and e.submittedAt < :sentBefore""")
	List<Event> withContactOfWeeksBefore(LocalDate day, Instant sentBefore);

	/** Deletes those that nobody confirmed. */
	@Modifying
	@Query("delete from Event e where e.status = UNCONFIRMED and e.submittedAt < :sentBefore")
	int deleteUnconfirmed(Instant sentBefore);

	Event save(Event event);

	void delete(Event event);

	/**
	 * How many of a series have a status.
	 *
	 * @param series what they share
	 * @param status the status
	 * @param number how many there are
	 */
	record InSeries(UUID series, EventStatus status, long number) {
	}

	/** Those whose text has a word in it, or a part of one. */
	List<Event> findByLookupSearchTextContaining(String word);

}
