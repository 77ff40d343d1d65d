package org.awarenessweek.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.awarenessweek.edition.Edition;
import org.awarenessweek.text.Words;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.awarenessweek.page.OnPublicPages;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes place in or near the week. It moves from status to status only as
 * {@link EventStatus#mayBecome} allows; "full" and "pinned" are marks beside that. It
 * keeps every address it ever had.
 */
@OnPublicPages(where = "listed")
@Entity
public class Event implements Scheduled {

	/** How long before its start an event starts soon. */
	public static final Duration SOON = Duration.ofMinutes(30);

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Edition edition;

	private String slug;

	@ElementCollection
	@CollectionTable(name = "event_slug", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "slug")
	private Set<String> slugs = new HashSet<>();

	@Embedded
	private EventDetails details;

	@Embedded
	private EventTime time;

	/** Kept beside the time it is derived from, to sort and to choose by. */
	private @Nullable Instant startsAt;

	private @Nullable Instant endsAt;

	@Embedded
	private Place place;

	@Embedded
	private Organiser organiser;

	/** The same of all spellings of the contact: whoever reads it confirms for all. */
	private @Nullable String mailbox;

	/** Whether nobody could be asked yet to confirm it. */
	private boolean toBeAsked;

	/** The last part of the address of the organiser's page. */
	private String organiserSlug;

	/** The same of all names that the organiser has had here. */
	@ElementCollection
	@CollectionTable(name = "event_organiser", joinColumns = @JoinColumn(name = "event_id"))
	@Column(name = "slug")
	private Set<String> organiserSlugs = new HashSet<>();

	/** What the search looks through. */
	private String searchText;

	/** What the search looks at first. */
	private String searchTitle;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private EventStatus status = EventStatus.UNCONFIRMED;

	/**
	 * Whether visitors see it: kept beside the status it follows from, to be found by.
	 */
	private boolean listed;

	@Column(name = "fully_booked")
	private boolean full;

	private boolean pinned;

	/** The same for the same submission, so that sending it twice makes one event. */
	private @Nullable String submissionKey;

	private Instant submittedAt;

	private @Nullable Instant publishedAt;

	/** How often what visitors see has changed. */
	private int revision;

	private Instant changedAt;

	/** For JPA alone. */
	@SuppressWarnings("NullAway.Init")
	protected Event() {
	}

	Event(UUID id, Edition edition, String slug, EventDetails details, EventTime time, Place place, Organiser organiser,
			Instant now) {
		this.id = id;
		this.edition = edition;
		this.slug = slug;
		this.slugs.add(slug);
		this.submittedAt = now;
		this.changedAt = now;
		describe(details, time, place, organiser, now);
	}

	/** The organiser has shown that the address is theirs. */
	void confirm() {
		become(EventStatus.WAITING);
	}

	/** The organiser sends a declined one again. */
	void sendAgain(EventDetails details, EventTime time, Place place, Organiser organiser, Instant now) {
		if (this.status != EventStatus.DECLINED) {
			throw new IllegalStateException("Only a declined event is sent again, not one that is " + this.status);
		}
		become(EventStatus.WAITING);
		describe(details, time, place, organiser, now);
	}

	/** Puts it on the calendar, for the first time or once a new time is found. */
	void publish(Instant now) {
		become(EventStatus.PUBLISHED);
		this.publishedAt = (this.publishedAt != null) ? this.publishedAt : now;
		changed(now);
	}

	void decline() {
		become(EventStatus.DECLINED);
	}

	void postpone(Instant now) {
		become(EventStatus.POSTPONED);
		changed(now);
	}

	void cancel(Instant now) {
		become(EventStatus.CANCELLED);
		changed(now);
	}

	private void become(EventStatus next) {
		if (!this.status.mayBecome(next)) {
			throw new IllegalStateException("What is " + this.status + " does not become " + next);
		}
		this.status = next;
		this.listed = next.isPublic();
	}

	private void changed(Instant now) {
		this.revision++;
		this.changedAt = now;
	}

	/** Says everything about it anew. */
	final void describe(EventDetails details, EventTime time, Place place, Organiser organiser, Instant now) {
		this.details = details;
		this.time = time;
		this.startsAt = time.startsAt();
		this.endsAt = time.endsAt();
		this.place = place;
		this.organiser = organiser;
		this.mailbox = (organiser.contact() != null) ? organiser.contact().mailbox() : null;
		this.organiserSlug = organiser.slug();
		this.organiserSlugs.add(this.organiserSlug);
		this.searchTitle = Words.within(details.title());
		this.searchText = Words.within(details.title(), details.description(), organiser.publicName(), place.address(),
				place.postcode(), place.countryName());
		changed(now);
	}

	/** Gives it another address; those that visitors know lead here still. */
	void moveTo(String slug, Instant now) {
		if (!this.status.isPublic()) {
			this.slugs.clear();
		}
		this.slug = slug;
		this.slugs.add(slug);
		changed(now);
	}

	void markFull(boolean full, Instant now) {
		requirePublic();
		this.full = full;
		changed(now);
	}

	void pin(boolean pinned) {
		requirePublic();
		this.pinned = pinned;
	}

	void addRecording(String link, Instant now) {
		requirePublic();
		this.details = this.details.withRecording(link);
		changed(now);
	}

	private void requirePublic() {
		if (!this.status.isPublic()) {
			throw new IllegalStateException("Only an event on the calendar has marks, not one that is " + this.status);
		}
	}

	/** Notes which submission this is, and when it was last sent. */
	void submitted(String key, Instant now) {
		this.submissionKey = key;
		this.submittedAt = now;
	}

	/** Notes whether its organiser was asked to confirm it, or has to be later. */
	void asked(boolean asked) {
		this.toBeAsked = !asked;
	}

	/** Whether its organiser could not be asked yet to confirm it. */
	boolean isToBeAsked() {
		return this.toBeAsked;
	}

	/** Forgets whom we wrote to about it. */
	void eraseContact() {
		this.organiser = this.organiser.withoutContact();
		this.mailbox = null;
		this.submissionKey = null;
	}

	/** Whether it starts within half an hour. */
	public boolean startsSoon(Instant now) {
		return this.status == EventStatus.PUBLISHED && !this.time.isAllDay() && this.startsAt != null
				&& now.isBefore(this.startsAt) && !now.isBefore(this.startsAt.minus(SOON));
	}

	/** Whether it is taking place at this moment. */
	public boolean isOnNow(Instant now) {
		return this.status == EventStatus.PUBLISHED && this.startsAt != null && !now.isBefore(this.startsAt)
				&& !isOver(now);
	}

	/** Whether it has ended; one whose date is to be confirmed has not. */
	public boolean isOver(Instant now) {
		return this.endsAt != null && !now.isBefore(this.endsAt);
	}

	/** Whether a recording can be watched: it is there, and the event is over. */
	public boolean isRecorded(Instant now) {
		return this.details.recordingLink() != null && isOver(now) && this.status == EventStatus.PUBLISHED;
	}

	/** The moments at which lists show it differently, though nobody changes it. */
	Stream<Instant> turns() {
		return (this.startsAt != null && this.endsAt != null)
				? Stream.of(this.startsAt.minus(SOON), this.startsAt, this.endsAt) : Stream.empty();
	}

	/** The one thing that its page offers at this moment. */
	public EventDetails.Offer offer(Instant now) {
		if (this.status != EventStatus.PUBLISHED) {
			return EventDetails.Offer.NOTHING;
		}
		boolean online = this.place.format().isOnline();
		return isOver(now) ? this.details.afterwards(online) : this.details.before(isOnNow(now), this.full, online);
	}

	public UUID id() {
		return this.id;
	}

	/** Rises with every change; a form that was made from an older one is refused. */
	public int version() {
		return (this.version != null) ? this.version : 0;
	}

	public Edition edition() {
		return this.edition;
	}

	/** The last part of its address. */
	public String slug() {
		return this.slug;
	}

	/** The path of its page. */
	public String path() {
		return "/calendar/" + this.slug;
	}

	public String title() {
		return this.details.title();
	}

	public EventDetails details() {
		return this.details;
	}

	@Override
	public EventTime time() {
		return this.time;
	}

	public Place place() {
		return this.place;
	}

	public Organiser organiser() {
		return this.organiser;
	}

	public EventStatus status() {
		return this.status;
	}

	public boolean isFull() {
		return this.full;
	}

	public boolean isPinned() {
		return this.pinned;
	}

	/** The path of the page of all that its organiser runs. */
	public String organiserPath() {
		return "/calendar/by/" + this.organiserSlug;
	}

	public Instant submittedAt() {
		return this.submittedAt;
	}

	/** When it was first put on the calendar. */
	public @Nullable Instant publishedAt() {
		return this.publishedAt;
	}

	/** Rises whenever something changes that visitors see. */
	public int revision() {
		return this.revision;
	}

	/** When something last changed that visitors see. */
	public Instant changedAt() {
		return this.changedAt;
	}

}
