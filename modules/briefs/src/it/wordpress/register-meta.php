<?php
// What a site needs to keep Liftwerk's fields over REST; a theme or plugin would print them too.
add_action(
	'init',
	function () {
		foreach ( array( 'id', 'language', 'description', 'hreflang', 'jsonld' ) as $name ) {
			register_post_meta(
				'post',
				'liftwerk_' . $name,
				array(
					'type'          => 'string',
					'single'        => true,
					'show_in_rest'  => true,
					'auth_callback' => function () {
						return current_user_can( 'edit_posts' );
					},
				)
			);
		}
	}
);
