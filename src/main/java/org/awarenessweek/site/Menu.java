package org.awarenessweek.site;

import org.jspecify.annotations.Nullable;

/**
 * The site's sections, as a page marks them in its menus.
 *
 * @param path the path of the page
 */
public record Menu(String path) {

	/**
	 * The {@code aria-current} of a link: of the page itself, of the section that the
	 * page belongs to, or none.
	 * @param address where the link leads
	 */
	public @Nullable String at(String address) {
		if (this.path.equals(address)) {
			return "page";
		}
		return (this.path.startsWith(address) && this.path.startsWith("/", address.length())) ? "true" : null;
	}

}
