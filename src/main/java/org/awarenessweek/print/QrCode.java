package org.awarenessweek.print;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address as phones scan it from paper.
 *
 * @param modules its dark and light squares, without the margin
 */
record QrCode(BitMatrix modules) {

	static QrCode of(String address) {
		try {
			return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0)));
		}
		catch (WriterException ex) {
			throw new IllegalStateException("No QR code holds " + address.length() + " characters", ex);
		}
	}

	/** The dark squares as one shape, so that no seams show between them. */
	Path2D shape(double side) {
		double module = side / this.modules.getWidth();
		var shape = new Path2D.Double();
		for (int y = 0; y < this.modules.getHeight(); y++) {
			for (int x = 0; x < this.modules.getWidth(); x++) {
				if (this.modules.get(x, y)) {
					int from = x;
					while (x + 1 < this.modules.getWidth() && this.modules.get(x + 1, y)) {
						x++;
					}
					shape.append(
							new Rectangle2D.Double(from * module, y * module, (x + 1 - from) * module, module * 1.01),
							false);
				}
			}
		}
		return shape;
	}

}
