<?php
/**
 * Plugin Name: Camket
 * Description: Puts the Camket widget on every page. Copy this file to wp-content/mu-plugins/.
 */

const CAMKET_HOST     = 'https://HOST';
const CAMKET_MERCHANT = 'minh-an';

add_action('wp_footer', function () {
    printf(
        '<script async src="%s/w/camket.js" data-merchant="%s"></script>',
        esc_url(CAMKET_HOST),
        esc_attr(CAMKET_MERCHANT)
    );
});

// [camket] in a page puts the panel there instead.
add_shortcode('camket', function () {
    return sprintf('<camket-widget merchant="%s" mode="inline"></camket-widget>', esc_attr(CAMKET_MERCHANT));
});
