<?php
/**
 * Plugin Name: Trang Báo
 * Description: Articles of a newspaper by the shortcode [trangbao src="..." url="..." title="..."].
 * Version: 1.0.0
 * Requires at least: 5.0
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 *
 * Put this file into wp-content/plugins/trangbao/ and activate it. The address of the viewer goes into wp-config.php:
 *
 *     define( 'TRANGBAO_VIEWER', 'https://news.example/trangbao/embed.js' );
 *
 * src    address of the article's JSON
 * url    page of the article, for the link that readers see until the article is there
 * title  words of that link
 *
 * The other attributes are those of the element: theme, layout, lang, images, storage, heading-level, related, loading.
 * Between [trangbao ...] and [/trangbao] may stand other words to show in place of the link.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The element's attributes that a shortcode may set as they are. */
const TRANGBAO_ATTRIBUTES = array( 'theme', 'layout', 'lang', 'images', 'storage', 'heading-level', 'related', 'loading' );

/** The viewer's script. */
function trangbao_viewer() {
	return defined( 'TRANGBAO_VIEWER' ) ? TRANGBAO_VIEWER : 'https://news.example/trangbao/embed.js';
}

/** Asks for the script once a page; WordPress knows modules since 6.5. */
function trangbao_enqueue() {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		// No version: it would change the address that the page's policy and caches know.
		wp_enqueue_script_module( 'trangbao', trangbao_viewer(), array(), null );
	} elseif ( ! has_action( 'wp_footer', 'trangbao_print_script' ) ) {
		add_action( 'wp_footer', 'trangbao_print_script' );
	}
}

function trangbao_print_script() {
	echo '<script type="module" src="' . esc_url( trangbao_viewer() ) . '"></script>' . "\n";
}

/**
 * The shortcode.
 *
 * @param array|string $given   Its attributes; an empty text where it has none.
 * @param string|null  $content What stands between its two tags.
 * @return string
 */
function trangbao_shortcode( $given, $content = null ) {
	$defaults = array_fill_keys( TRANGBAO_ATTRIBUTES, '' ) + array( 'src' => '', 'url' => '', 'title' => '' );
	$given    = shortcode_atts( $defaults, $given, 'trangbao' );
	$fallback = trangbao_fallback( $given, $content );
	$src      = esc_url( $given['src'], array( 'https', 'http' ) );
	if ( '' === $src ) {
		return $fallback;
	}
	trangbao_enqueue();

	$html = '<trang-bao src="' . $src . '"';
	foreach ( TRANGBAO_ATTRIBUTES as $name ) {
		if ( '' !== $given[ $name ] ) {
			$html .= ' ' . $name . '="' . esc_attr( $given[ $name ] ) . '"';
		}
	}
	return $html . '>' . $fallback . '</trang-bao>';
}

/** The words of the shortcode, else a link to the article. */
function trangbao_fallback( $given, $content ) {
	if ( null !== $content && '' !== trim( $content ) ) {
		return wp_kses_post( do_shortcode( $content ) );
	}
	$url = esc_url( $given['url'], array( 'https', 'http' ) );
	if ( '' === $url ) {
		return esc_html( $given['title'] );
	}
	$title = '' === $given['title'] ? $given['url'] : $given['title'];
	return '<a href="' . $url . '">' . esc_html( $title ) . '</a>';
}

add_shortcode( 'trangbao', 'trangbao_shortcode' );
