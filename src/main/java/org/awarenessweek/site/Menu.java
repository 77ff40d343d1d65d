package org.awarenessweek.site;

import org.jspecify.annotations.Nullable;

/**
 * Marks the page and its section in the menus.
 *
 * @param path the path of the page
 */
public record Menu(String path) {

	/**
	 * The {@code aria-current} of a link: {@code page}, {@code true} for the page's
	 * section, or none.
	 * @param address where the link leads
	 */
	public @Nullable String at(String address) {
		if (this.path.equals(address)) {
			return "page";
		}
		return (this.path.startsWith(address) && this.path.startsWith("/", address.length())) ? "true" : null;
	}

}
