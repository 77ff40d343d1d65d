package org.awarenessweek.browser;

class JourneysWithoutJavaScriptTests extends JourneysTests {

	@Override
	boolean javaScript() {
		return false;
	}

}
