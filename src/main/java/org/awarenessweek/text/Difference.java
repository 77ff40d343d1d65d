package org.awarenessweek.text;

import java.util.List;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;

/**
 * What one version of a text changed in another, word by word.
 *
 * @param lines the lines of both, as HTML: what was taken out is in {@code del}, what was
 * added in {@code ins}
 */
public record Difference(List<String> lines) {

	private static final DiffRowGenerator GENERATOR = DiffRowGenerator.create()
		.showInlineDiffs(true)
		.inlineDiffByWord(true)
		.mergeOriginalRevised(true)
		.oldTag((start) -> start ? "<del>" : "</del>")
		.newTag((start) -> start ? "<ins>" : "</ins>")
		.build();

	/** What was changed, in HTML that shows both texts as they were typed. */
	public static Difference of(String before, String after) {
		return new Difference(GENERATOR.generateDiffRows(before.lines().toList(), after.lines().toList())
			.stream()
			.map(DiffRow::getOldLine)
			.toList());
	}

}
