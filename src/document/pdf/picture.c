/*
 * picture.c - photograph and logo in the file: a JPEG as it is, a PNG decoded, each once however often it is shown. libpng's simplified reader reports a
 * broken file; libharu's own loader would end the program.
 */
#include "pdf.h"

#include <png.h>

static HPDF_Dict
picture_object(struct pdf *p, const struct ehc_picture *picture, const char *filter, const void *bytes, size_t n, bool deflate)
{
	struct ehc_buf body = { 0 };
	HPDF_Dict d;

	ehc_buf_printf(&body, "/Type/XObject/Subtype/Image/Width %u/Height %u/BitsPerComponent 8/ColorSpace/%s%s", picture->width, picture->height,
	    picture->grey ? "DeviceGray" : "DeviceRGB", filter);
	d = pdf_stream(p, bytes, n, deflate, &body);
	ehc_buf_free(&body);
	return d;
}

/* What is transparent becomes white, which is the colour of the page. */
static HPDF_Dict
from_png(struct pdf *p, const struct ehc_picture *picture)
{
	static const png_color white = { 255, 255, 255 };
	png_image image = { .version = PNG_IMAGE_VERSION };
	unsigned char *dots;

	if (!png_image_begin_read_from_memory(&image, picture->bytes.ptr, picture->bytes.len))
		return NULL;
	image.format = PNG_FORMAT_RGB;
	/* NOLINTNEXTLINE(bugprone-implicit-widening-of-multiplication-result): a style holds no picture of such a size */
	dots = ehc_arena_alloc(p->arena, PNG_IMAGE_SIZE(image));
	if (!png_image_finish_read(&image, &white, dots, 0, NULL)) {
		png_image_free(&image);
		return NULL;
	}
	/* NOLINTNEXTLINE(bugprone-implicit-widening-of-multiplication-result): nor here */
	return picture_object(p, picture, "", dots, PNG_IMAGE_SIZE(image), true);
}

size_t
pdf_picture(struct pdf *p, const struct ehc_picture *picture)
{
	struct pdf_picture new = { picture->bytes.ptr, NULL };

	for (size_t i = 0; i < p->pictures.count; i++)
		if (p->pictures.items[i].bytes == new.bytes)
			return i;
	if (picture->type == EHC_PICTURE_PNG)
		new.object = from_png(p, picture);
	else
		new.object = picture_object(p, picture, "/Filter/DCTDecode", picture->bytes.ptr, picture->bytes.len, false);
	if (new.object == NULL) {
		pdf_fail(p, EHC_NOSPAN, "the picture \"%.*s\" is damaged and cannot be printed", EHC_ARG(picture->words));
		return SIZE_MAX;
	}
	EHC_PUSH(p->arena, &p->pictures, new);
	return p->pictures.count - 1;
}
