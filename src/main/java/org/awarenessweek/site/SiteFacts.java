package org.awarenessweek.site;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import org.awarenessweek.text.Colour;
import org.jspecify.annotations.Nullable;

/**
 * What a site is called, and who answers for it.
 *
 * @param name the name of the week, without a year
 * @param coordinator who coordinates the week, as in "the Parent-Infant Foundation, a UK
 * charity"
 * @param contact the email address that the site shows, which also receives replies to
 * our emails
 * @param organisation who runs the site; pages say what is not known
 * @param profession the profession that the week is about, which people who sign can
 * choose; none if null
 * @param language the tag of the pages' English (RFC 5646): {@code en-GB} if null
 * @param timeZone the zone of the week's own clocks: the UK's if null
 * @param colours the colours of the mark, links and buttons
 * @param socialPages the addresses of the week's pages on social media, one on each line;
 * none if null
 */
@Embeddable
public record SiteFacts(String name, @Nullable String coordinator, @Nullable String contact,
		@Embedded Organisation organisation, @Nullable String profession, @Nullable String language,
		@Nullable ZoneId timeZone, @Embedded Colours colours, @Nullable String socialPages) {

	/** An embedded record of which nothing is known is read as null. */
	@SuppressWarnings("ConstantValue")
	public SiteFacts {
		organisation = (organisation != null) ? organisation : new Organisation(null, null, null, null, null);
		colours = (colours != null) ? colours : Colours.FIRST;
	}

	/** These facts, and others where these are not known. */
	SiteFacts or(SiteFacts others) {
		return new SiteFacts(this.name, or(this.coordinator, others.coordinator), or(this.contact, others.contact),
				new Organisation(or(this.organisation.name, others.organisation.name),
						or(this.organisation.charityNumber, others.organisation.charityNumber),
						or(this.organisation.address, others.organisation.address),
						or(this.organisation.dataController, others.organisation.dataController),
						or(this.organisation.lawfulBasis, others.organisation.lawfulBasis)),
				this.profession, or(this.language, others.language), this.timeZone, this.colours, this.socialPages);
	}

	private static @Nullable String or(@Nullable String fact, @Nullable String other) {
		return (fact != null) ? fact : other;
	}

	/** The week's pages on social media, in the team's order. */
	public List<SocialPage> social() {
		return (this.socialPages != null) ? this.socialPages.lines().map(SocialPage::new).toList() : List.of();
	}

	/**
	 * A page on social media.
	 *
	 * @param address where it is
	 */
	public record SocialPage(String address) {

		private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("bsky.app", "Bluesky"),
				Map.entry("facebook.com", "Facebook"), Map.entry("instagram.com", "Instagram"),
				Map.entry("linkedin.com", "LinkedIn"), Map.entry("threads.com", "Threads"),
				Map.entry("threads.net", "Threads"), Map.entry("tiktok.com", "TikTok"), Map.entry("twitter.com", "X"),
				Map.entry("x.com", "X"), Map.entry("youtu.be", "YouTube"), Map.entry("youtube.com", "YouTube"));

		/** What people call the network, or else the host. Mastodon has many hosts. */
		public String name() {
			String host = this.address.replaceFirst("^https://([^/:?#]+).*", "$1");
			String own = host.replaceFirst("^(?:www|m|[a-z]{2}(?:-[a-z]{2})?)\\.(?=.+\\.)", "");
			return NAMES.getOrDefault(own,
					host.matches("(?:.+\\.)?(?:mastodon|mstdn)\\..+") ? "Mastodon" : host.replaceFirst("^www\\.", ""));
		}

	}

	/**
	 * The charity that runs the week.
	 *
	 * @param name its legal name
	 * @param charityNumber its number in the register of charities
	 * @param address its postal address
	 * @param dataController who answers for personal data
	 * @param lawfulBasis the lawful basis for personal data (UK GDPR, article 6)
	 */
	@Embeddable
	public record Organisation(@Nullable @Column(name = "organisation") String name, @Nullable String charityNumber,
			@Nullable String address, @Nullable String dataController, @Nullable String lawfulBasis) {

		/** Whether everything that the law requires is set. */
		public boolean complete() {
			return this.name != null && this.charityNumber != null && this.address != null
					&& this.dataController != null && this.lawfulBasis != null;
		}

	}

	/**
	 * The colours of the mark, links and buttons, as CSS writes them. All others follow
	 * from them.
	 *
	 * @param main the ring, links and buttons on light pages
	 * @param dark the same on dark ones
	 * @param accent the dot
	 */
	@Embeddable
	public record Colours(@Column(name = "main_colour") String main, @Column(name = "dark_colour") String dark,
			@Column(name = "accent_colour") String accent) {

		/** Those of the stylesheet. */
		public static final Colours FIRST = new Colours("#0a5559", "#86d3cd", "#f2a25c");

		/**
		 * The grounds of light pages and of dark ones, and the surfaces on light ones.
		 */
		private static final Colour PAPER = Colour.of("#fbf7f0");

		private static final Colour NIGHT = Colour.of("#151c21");

		private static final Colour WHITE = Colour.of("#fffdfa");

		/** The share of a tint's colour on light pages, and on dark ones. */
		private static final double TINT = 0.2;

		private static final double PALE = 0.1;

		/** Whether the stylesheet's own need replacing. */
		public boolean chosen() {
			return !equals(FIRST);
		}

		/** Surfaces in the main colour. */
		public String pale() {
			return Colour.of(this.main).over(WHITE, PALE).toString();
		}

		/** The large ring behind words on paper. */
		public String ring() {
			return Colour.of(this.main).over(PAPER, TINT).toString();
		}

		/** Surfaces in the accent's. */
		public String accentPale() {
			return Colour.of(this.accent).over(WHITE, TINT).toString();
		}

		/** Surfaces in the main colour on dark pages. */
		public String darkPale() {
			return Colour.of(this.dark).over(NIGHT, PALE).toString();
		}

		/** Surfaces in the accent's on dark pages. */
		public String darkAccentPale() {
			return Colour.of(this.accent).over(NIGHT, TINT).toString();
		}

		/** How well links are read on light pages: the least contrast of all places. */
		public double contrast() {
			return least(this.main, "#ffffff", "#fbf7f0", pale(), accentPale());
		}

		/** How well links are read on dark pages: the least contrast of all places. */
		public double darkContrast() {
			return least(this.dark, "#0b1519", "#1e272d", darkPale(), darkAccentPale());
		}

		private static double least(String words, String... grounds) {
			return Stream.of(grounds)
				.mapToDouble((ground) -> Colour.of(ground).contrast(Colour.of(words)))
				.min()
				.orElseThrow();
		}

	}

}
