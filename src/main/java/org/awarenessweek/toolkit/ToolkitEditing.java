package org.awarenessweek.toolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awarenessweek.edition.Edition;
import org.awarenessweek.page.Pages;
import org.awarenessweek.site.NotFound;
import org.awarenessweek.site.StaleForm;
import org.awarenessweek.team.TeamRecords;
import org.awarenessweek.toolkit.upload.Upload;
import org.awarenessweek.work.RetryOnConflict;
import org.awarenessweek.text.Words;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The team's changes to toolkits. Each is recorded and shows at once; a change based on
 * an outdated version is refused. A content that no file has any more is deleted.
 */
@Service
@Transactional
class ToolkitEditing {

	private static final int LONGEST_NAME = 60;

	private final ToolkitItems items;

	private final StoredContents contents;

	private final TeamRecords records;

	private final Pages pages;

	private final Clock clock;

	ToolkitEditing(ToolkitItems items, StoredContents contents, TeamRecords records, Pages pages, Clock clock) {
		this.items = items;
		this.contents = contents;
		this.records = records;
		this.pages = pages;
		this.clock = clock;
	}

	@RetryOnConflict
	void add(Edition edition, ItemContent content, @Nullable Upload upload, String by) {
		this.items.lock(edition.id());
		StoredFile file = (upload != null)
				? keep(upload, freeName(edition.id(), edition.year(), content.title(), upload.kind().extension()))
				: null;
		finish("added",
				this.items.save(new ToolkitItem(edition.id(), last(edition.id()) + 1, content, file, change(by))),
				edition, by);
	}

	/** Rewrites it, and replaces its file if there is another one. */
	@RetryOnConflict
	void rewrite(UUID id, int seen, Edition edition, ItemContent content, @Nullable Upload upload, String by) {
		ToolkitItem item = unchanged(id, seen);
		StoredFile before = item.file();
		item.rewrite(content,
				(before != null && upload != null) ? keep(upload, nameFor(upload, before, edition)) : before,
				change(by));
		this.items.flush();
		this.contents.dropIfUnused(before);
		finish((upload != null) ? "edited, and replaced the file of," : "edited", item, edition, by);
	}

	@RetryOnConflict
	void remove(UUID id, int seen, Edition edition, String by) {
		ToolkitItem item = unchanged(id, seen);
		this.items.delete(item);
		this.items.flush();
		this.contents.dropIfUnused(item.file());
		finish("removed", item, edition, by);
	}

	/** Moves it before or behind its neighbour among those for the same people. */
	void move(UUID id, int seen, boolean up, Edition edition, String by) {
		this.items.lock(edition.id());
		ToolkitItem item = unchanged(id, seen);
		List<ToolkitItem> group = this.items.byAudience(edition).getOrDefault(item.content().audience(), List.of());
		int neighbour = group.indexOf(item) + (up ? -1 : 1);
		if (neighbour >= 0 && neighbour < group.size()) {
			item.swap(group.get(neighbour));
			finish("moved", item, edition, by);
		}
	}

	/**
	 * Copies some of an edition's to another edition; their files share the content. What
	 * the other has already, it does not get twice.
	 * @return how many it got
	 */
	int copy(Edition from, Edition to, Set<UUID> which, String by) {
		this.items.lock(to.id());
		List<ToolkitItem> there = this.items.of(to.id());
		int place = last(to.id());
		int copied = 0;
		for (ToolkitItem item : this.items.of(from.id())) {
			if (which.contains(item.id()) && there.stream().noneMatch(item::equalsIn)) {
				StoredFile file = item.file();
				StoredFile own = (file == null) ? null
						: file.named(freeName(to.id(), to.year(), base(file), file.kind().extension()));
				copied++;
				finish("copied",
						this.items.save(new ToolkitItem(to.id(), place + copied, item.content(), own, change(by))), to,
						by);
			}
		}
		return copied;
	}

	private StoredFile keep(Upload upload, String name) {
		try {
			this.contents.keep(upload);
			return StoredFile.of(name, upload);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file that is replaced keeps its address, if it is still of the same kind. */
	private String nameFor(Upload upload, StoredFile before, Edition edition) {
		return (upload.kind() == before.kind()) ? before.name()
				: freeName(edition.id(), edition.year(), base(before), upload.kind().extension());
	}

	private static String base(StoredFile file) {
		return file.name().substring(0, file.name().lastIndexOf('.'));
	}

	private String freeName(UUID edition, int year, String title, String extension) {
		String latin = Words.latin(title, LONGEST_NAME);
		String base = latin.isEmpty() ? "file" : latin;
		return Stream
			.concat(Stream.of(base),
					IntStream.iterate(2, (number) -> number + 1).mapToObj((number) -> base + "-" + number))
			.map((name) -> name + "." + extension)
			.filter((name) -> !Toolkit.draws(name, year) && this.items.file(edition, name).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private int last(UUID edition) {
		return this.items.of(edition).stream().mapToInt(ToolkitItem::place).max().orElse(0);
	}

	private ToolkitItem unchanged(UUID id, int seen) {
		ToolkitItem item = this.items.findById(id).orElseThrow(NotFound::new);
		StaleForm.throwIfStale(seen, item.version());
		return item;
	}

	private ToolkitItem.Change change(String by) {
		return new ToolkitItem.Change(by, this.clock.instant());
	}

	private void finish(String deed, ToolkitItem item, Edition edition, String by) {
		this.records.add(by, edition.id(),
				deed + " “" + item.content().title() + "” in the toolkit of " + edition.year());
		this.pages.forgetAfterCommit();
	}

}
