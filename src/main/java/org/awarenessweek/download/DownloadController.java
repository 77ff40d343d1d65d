package org.awarenessweek.download;

import org.awarenessweek.site.NotFound;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The downloads page, and each file. */
@Controller
@Lazy
class DownloadController {

	private final Downloads downloads;

	DownloadController(Downloads downloads) {
		this.downloads = downloads;
	}

	@GetMapping("/downloads")
	String list(Model model) {
		model.addAttribute("shapes", this.downloads.byShape());
		model.addAttribute("everything", this.downloads.everything());
		return "download/list";
	}

	@GetMapping("/downloads/{file}")
	ResponseEntity<byte[]> file(@PathVariable String file) {
		Download download = this.downloads.find(file).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaTypeFactory.getMediaType(file).orElseThrow())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(download.file()).build().toString())
			.body(download.content());
	}

}
